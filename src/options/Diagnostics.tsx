import { useRef, useState } from 'preact/hooks';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { gatherDiagnostics, type Shown } from './gather-diagnostics.ts';

type Step = 'failed' | 'ready' | 'copied' | 'copy-yourself';

const stepWords = {
  failed: 'diagnostics-failed',
  ready: 'diagnostics-ready',
  copied: 'copied',
  'copy-yourself': 'copy-yourself',
} as const satisfies Record<Step, string>;

/** A report for IT that the person reads before copying it, and sends on themselves. */
export function Diagnostics(shown: Shown) {
  const options = optionsWords[shown.locale];
  const [report, setReport] = useState<string>();
  const [step, setStep] = useState<Step>();
  const preview = useRef<HTMLTextAreaElement>(null);
  const words = (id: keyof typeof options) => say(options[id], {}, shown.locale);

  const prepare = async (): Promise<void> => {
    const text = await gatherDiagnostics(shown).catch(() => undefined);
    setReport(text);
    setStep(text === undefined ? 'failed' : 'ready');
  };
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setStep('copied');
    } catch {
      preview.current?.focus();
      preview.current?.select();
      setStep('copy-yourself');
    }
  };

  return (
    <section>
      <h2>{words('diagnostics')}</h2>
      <p>{words('diagnostics-hint')}</p>
      <p class="quiet">{words('diagnostics-in')}</p>
      <p class="quiet">{words('diagnostics-out')}</p>
      {report !== undefined && (
        <textarea
          ref={preview}
          class="report"
          readOnly
          rows={16}
          spellcheck={false}
          dir="ltr"
          aria-label={words('diagnostics-report')}
          value={report}
        />
      )}
      <div class="report-buttons">
        {report !== undefined && (
          <button type="button" class="button button-primary" data-action="copy" onClick={() => void copy(report)}>
            {words('copy')}
          </button>
        )}
        <button type="button" class="button" data-action="prepare" onClick={() => void prepare()}>
          {words(report === undefined ? 'diagnostics-prepare' : 'diagnostics-again')}
        </button>
        <p role="status" class="quiet">
          {step !== undefined && words(stepWords[step])}
        </p>
      </div>
    </section>
  );
}
