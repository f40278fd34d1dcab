import type { Piece } from './listen-text.js';

/** What the speaker tells. */
export interface SpeakerEvents {
  /** A piece is begun. */
  piece(piece: Piece): void;
  /** A word is spoken, where the voice says which. */
  word(piece: Piece, start: number, end: number): void;
  /** It speaks, or is silent. */
  changed(): void;
  /** All has been said. */
  ended(): void;
  failed(): void;
}

/**
 * Speaks pieces one after the other. A pause ends the utterance, and going on begins at the last word:
 * browsers' own pauses are forgotten, or never end, on several systems.
 */
export class Speaker {
  readonly #speech: SpeechSynthesis;
  readonly #pieces: readonly Piece[];
  readonly #voice: (locale: string) => SpeechSynthesisVoice | undefined;
  readonly #events: SpeakerEvents;
  #at = 0;
  /** Where in the piece it goes on. */
  #from = 0;
  #rate: number;
  /** Held for as long as it is spoken: Chromium sends no events to one that was collected. */
  #utterance: SpeechSynthesisUtterance | undefined;

  constructor(
    speech: SpeechSynthesis,
    pieces: readonly Piece[],
    options: {
      readonly voice: (locale: string) => SpeechSynthesisVoice | undefined;
      readonly rate: number;
      readonly events: SpeakerEvents;
    },
  ) {
    this.#speech = speech;
    this.#pieces = pieces;
    this.#voice = options.voice;
    this.#rate = options.rate;
    this.#events = options.events;
  }

  get isSpeaking(): boolean {
    return this.#utterance !== undefined;
  }

  play(): void {
    this.#silence();
    this.#speech.resume(); // another page may have left it paused
    this.#speak();
    this.#events.changed();
  }

  pause(): void {
    this.#silence();
    this.#events.changed();
  }

  /** To the beginning of the passage before or after; before, when it has only just begun. */
  skip(by: 1 | -1): void {
    const now = this.#pieces[this.#at]?.index ?? 0;
    const first = this.#pieces.findIndex(({ index }) => index === now);
    const to = by < 0 && this.#at > first ? now : now + by;
    const at = this.#pieces.findIndex(({ index }) => index === Math.max(0, to));
    if (at < 0) return;
    this.#at = at;
    this.#from = 0;
    this.#again();
  }

  set rate(rate: number) {
    this.#rate = rate;
    this.#again();
  }

  #again(): void {
    const piece = this.#pieces[this.#at];
    if (this.isSpeaking) this.play();
    else if (piece) this.#events.piece(piece);
  }

  #silence(): void {
    const wasSpeaking = this.isSpeaking;
    this.#utterance = undefined;
    if (wasSpeaking) this.#speech.cancel();
  }

  #speak(): void {
    const piece = this.#pieces[this.#at];
    if (!piece) return this.#events.ended();
    const start = piece.start + this.#from;
    const text = piece.passage.text.slice(start, piece.end);
    const utterance = new SpeechSynthesisUtterance(text);
    const { locale } = piece.passage;
    const voice = this.#voice(locale);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? locale;
    utterance.rate = this.#rate;
    const mine = (run: (event: SpeechSynthesisEvent) => void) => (event: SpeechSynthesisEvent) => {
      if (this.#utterance === utterance) run(event);
    };
    utterance.onboundary = mine(({ name, charIndex, charLength }) => {
      if (name === 'sentence') return;
      const length = charLength || (/^\S*/.exec(text.slice(charIndex))?.[0].length ?? 0);
      this.#from = start - piece.start + charIndex;
      if (length) this.#events.word(piece, start + charIndex, start + charIndex + length);
    });
    utterance.onend = mine(() => {
      this.#at++;
      this.#from = 0;
      this.#utterance = undefined;
      this.#speak();
    });
    utterance.onerror = mine((event) => {
      this.#utterance = undefined;
      // Somebody else took the voice.
      const { error } = event as SpeechSynthesisErrorEvent;
      if (error === 'interrupted' || error === 'canceled') this.#events.changed();
      else this.#events.failed();
    });
    this.#utterance = utterance;
    this.#events.piece(piece);
    this.#speech.speak(utterance);
  }
}
