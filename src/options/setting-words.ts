import type { Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { controllerOf } from '../posture/browser-setting.ts';
import { readFact } from '../posture/facts.ts';
import type { Signal } from '../posture/signal.ts';

/** Who decides about the setting that was told: "Set by your organization". Undefined where none was, or the browser does not say. */
export function controllerText(signals: readonly Signal[], locale: Locale): string | undefined {
  const controller = signals.map(({ value }) => controllerOf(value)).find((one) => one !== undefined);
  return controller && say(optionsWords[locale][`controlled-by-${controller}`], {}, locale);
}

/** What the browser told that no practice judges; undefined for what has no words, or cannot be read. */
export function unjudgedText({ fact, value }: Signal, locale: Locale): string | undefined {
  if (fact !== 'trackingProtection') return undefined;
  const setting = readFact(fact, value);
  return setting && say(optionsWords[locale][`tracking-protection-${setting.state}`], {}, locale);
}
