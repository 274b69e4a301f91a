import { practiceWords } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { companyText } from '../posture/company-text.ts';
import type { Finding } from '../posture/finding.ts';
import { CompanyText } from './CompanyText.tsx';
import type { View } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly view: View;
}

/** What happens without it: as the company says it, or else as we do. */
export function Why({ finding: { practice }, view: { assessment, locale } }: Props) {
  const { why } = companyText(assessment.words, locale, practice);
  if (why !== undefined) return <CompanyText text={why} />;
  const words = practiceWords(locale, practice);
  return words === undefined ? null : <p>{say(words.why, {}, locale)}</p>;
}
