import type { BlockTools } from '../block/block-script.js';
import { chooseSpeed, speed, speeds } from './choices.js';
import { Follower } from './listen-follow.js';
import { ArticlePlayer } from './listen-player.js';
import { Speaker } from './listen-speaker.js';
import { passagesOf, piecesOf } from './listen-text.js';
import { voiceFor, voicesOf } from './listen-voice.js';

/** What is listened to, and who wants to know of it. */
export interface ListenOptions {
  readonly host: HTMLElement;
  readonly story: Element;
  readonly recording: string | null | undefined;
  readonly tools: BlockTools;
  /** Says politely why nothing is heard. */
  readonly tell: (text: string) => void;
  /** It is over; `byPlayer` when the reader closed the player, whose button had the focus. */
  readonly ended: (byPlayer: boolean) => void;
}
/** A reader is listening. */
export interface Listening {
  stop(): void;
  /** Words or language have changed. */
  update(): void;
}

/** The device has one voice, and the reader two ears: one story at a time. */
let current: Listening | undefined;
/** Whether the reader has agreed, for this page, that the words are sent to a voice elsewhere. */
let isAgreed = false;

/** Reads a story out, or plays its recording, with a player at the foot of the window. */
export function listen(options: ListenOptions): Listening {
  current?.stop();
  return (current = new ListenView(options));
}

class ListenView implements Listening {
  readonly #options: ListenOptions;
  readonly #player: ArticlePlayer;
  readonly #follower = new Follower();
  #speaker: Speaker | undefined;
  #audio: HTMLAudioElement | undefined;
  #isOver = false;
  #jump = false;

  constructor(options: ListenOptions) {
    this.#options = options;
    const { tools } = options;
    tools.define(ArticlePlayer);
    this.#player = tools.create<ArticlePlayer>(ArticlePlayer.tag);
    this.#player.press = (name) => this.#press(name);
    this.#player.pace = (rate) => this.#pace(rate);
    addEventListener('pagehide', this.#left);
    document.addEventListener('play', this.#other, true);
    const recording = recordingAt(options.recording);
    if (options.recording && !recording) {
      tools.warn(`recording="${options.recording}" is no address of a recording.`);
    }
    if (recording) this.#play(recording);
    else void this.#speak();
  }

  update(): void {
    const { say } = this.#options.tools;
    const words = {
      player: say('listenPlayer'),
      play: say('listenPlay'),
      pause: say('listenPause'),
      previous: say('listenPrevious'),
      next: say('listenNext'),
      speed: say('listenSpeed'),
      stop: say('listenStop'),
    };
    this.#player.update(words, this.#speaker?.isSpeaking ?? false);
  }

  stop(): void {
    this.#end(false);
  }

  readonly #left = (): void => this.stop();

  /** A film or a podcast of the page begins to play. */
  readonly #other = ({ target }: Event): void => {
    if (target === this.#audio) return;
    this.#speaker?.pause();
    this.#audio?.pause();
  };

  #end(byPlayer: boolean, said?: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (current === this) current = undefined;
    removeEventListener('pagehide', this.#left);
    document.removeEventListener('play', this.#other, true);
    this.#speaker?.pause();
    this.#audio?.pause();
    this.#follower.clear();
    this.#player.remove();
    this.#options.ended(byPlayer);
    if (said) this.#options.tell(said);
  }

  #press(name: string): void {
    if (name === 'stop') return this.#end(true);
    if (name === 'agree') {
      isAgreed = true;
      return void this.#speak();
    }
    const speaker = this.#speaker;
    if (name === 'toggle') {
      if (speaker?.isSpeaking) speaker.pause();
      else {
        quieten();
        speaker?.play();
      }
      return;
    }
    this.#jump = true;
    speaker?.skip(name === 'next' ? 1 : -1);
    this.#jump = false;
  }

  #pace(rate: number): void {
    chooseSpeed(rate);
    if (this.#speaker) this.#speaker.rate = rate;
  }

  #play(recording: string): void {
    quieten();
    const audio = (this.#audio = document.createElement('audio'));
    const { say } = this.#options.tools;
    const failed = () => this.#end(false, say('listenFailed'));
    audio.controls = true;
    audio.src = recording;
    audio.defaultPlaybackRate = audio.playbackRate = speed();
    audio.addEventListener('error', failed);
    // The reader's own choice, by the browser's menu.
    audio.addEventListener('ratechange', () => {
      if (speeds.some((one) => one === audio.playbackRate)) chooseSpeed(audio.playbackRate);
    });
    this.#player.showRecording(audio);
    this.#show();
    audio.setAttribute('aria-label', say('toolListenHint'));
    void audio.play().catch(() => {
      // Not allowed to begin by itself: the button is there. What is broken says so by its event.
    });
  }

  async #speak(): Promise<void> {
    const { story, tools } = this.#options;
    const { say } = tools;
    const { speechSynthesis: speech } = globalThis as { speechSynthesis?: SpeechSynthesis };
    // Its own turn: whoever asked knows by then that somebody listens.
    const voices = speech ? await voicesOf(speech) : await Promise.resolve([]);
    if (this.#isOver) return;
    const passages = passagesOf(story);
    const [first] = passages;
    if (!first) return this.#end(false, say('listenNothing'));
    if (!speech || !voiceFor(voices, first.locale)) return this.#end(false, say('listenNoVoice'));
    const isSent = passages.some(({ locale }) => voiceFor(voices, locale)?.localService === false);
    if (isSent && !isAgreed) {
      this.#player.showQuestion(say('listenRemote'), say('listenAgree'));
      return this.#show();
    }
    this.#speaker = new Speaker(speech, piecesOf(passages), {
      voice: (locale) => voiceFor(voices, locale),
      rate: speed(),
      events: {
        piece: (piece) => this.#follower.piece(piece, this.#jump),
        word: (piece, start, end) => this.#follower.word(piece, start, end),
        changed: () => this.update(),
        ended: () => this.#end(false),
        failed: () => this.#end(false, say('listenStopped')),
      },
    });
    this.#player.showVoice(speeds, speed(), tools.locale());
    this.#show();
    quieten();
    if (speech.speaking) speech.cancel();
    this.#speaker.play();
  }

  #show(): void {
    const { host, tools } = this.#options;
    if (tools.prefix) this.#player.className = ArticlePlayer.tag;
    if (!this.#player.isConnected) host.append(this.#player);
    this.update();
  }
}

/** What else is heard in the page is paused. */
function quieten(): void {
  for (const media of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
    if (!media.paused && !media.muted) media.pause();
  }
}

/** A recording comes from the web, or was made in the page. */
function recordingAt(address: string | null | undefined): string | undefined {
  const written = address?.trim();
  if (!written || !URL.canParse(written, document.baseURI)) return undefined;
  const { protocol, href } = new URL(written, document.baseURI);
  return /^(?:https?|blob):$/.test(protocol) ? href : undefined;
}
