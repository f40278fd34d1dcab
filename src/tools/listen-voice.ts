/** The voices of the device; browsers that fetch their list late are waited for, but not for long. */
export async function voicesOf(speech: SpeechSynthesis): Promise<readonly SpeechSynthesisVoice[]> {
  const now = speech.getVoices();
  if (now.length) return now;
  await new Promise<void>((resolve) => {
    speech.addEventListener?.('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, 1000);
  });
  return speech.getVoices();
}

/** A voice for a language: one on the device rather than one that sends the words away, of the region rather than another. */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  locale: string,
): SpeechSynthesisVoice | undefined {
  const wanted = locale.toLowerCase();
  const rank = (voice: SpeechSynthesisVoice): number => {
    const spoken = voice.lang.toLowerCase().replaceAll('_', '-');
    if (primary(spoken) !== primary(wanted)) return 0;
    return 1 + (voice.localService ? 4 : 0) + (spoken === wanted ? 2 : 0) + (voice.default ? 1 : 0);
  };
  let best: SpeechSynthesisVoice | undefined;
  for (const voice of voices) {
    if (rank(voice) > (best ? rank(best) : 0)) best = voice;
  }
  return best;
}

const primary = (locale: string): string => locale.split('-')[0] ?? '';
