import { catalogues } from '../locales/index.ts';
import { permissionOf } from '../posture/permission.ts';
import type { Rating } from '../posture/rating.ts';
import { firstToFix, headline, overall, unclearFinding } from '../posture/summary.ts';
import { isComputerHeadline } from '../posture/which-computer.ts';
import { Hero } from './Hero.tsx';
import type { HeadlineWords } from './headline-words.ts';
import { contactLink } from './outgoing-link.ts';
import { Press } from './Press.tsx';
import { isForIt, SignInButton } from './SignIn.tsx';
import { SwitchOn } from './SwitchOn.tsx';
import { type Tone, toneOfRating } from './tone.ts';
import type { View } from './view.ts';
import { WhichComputer } from './WhichComputer.tsx';

interface Props {
  readonly words: HeadlineWords;
  readonly view: View;
  /** The device whose findings are shown. */
  readonly shown: string | undefined;
  readonly onShow: (device?: string) => void;
}

/** The headline of an assessment, and the one thing to press beside it. */
export function AnswerHero({ words, view, shown, onShow }: Props) {
  const { assessment, locale } = view;
  const rating = overall(assessment);
  const { id } = headline(assessment);
  const isQuestion = isComputerHeadline({ id });
  return (
    <Hero
      words={words}
      rating={rating}
      locale={locale}
      tone={isQuestion ? 'unknown' : toneOf(id, rating)}
      answers={isQuestion && <WhichComputer view={view} onShow={onShow} />}
      contact={id === 'no-devices' || isForIt(assessment) ? contactLink(assessment.organization) : undefined}
    >
      <NextStep view={view} shown={shown} onShow={onShow} />
    </Hero>
  );
}

/** What is shown is old, or of this browser alone: no rating of it is the news. */
function toneOf(id: ReturnType<typeof headline>['id'], rating: Rating): Tone {
  if (id === 'waiting') return 'waiting';
  return id === 'signed-out' || id === 'signed-out-old' ? 'unknown' : toneOfRating(rating);
}

function NextStep({ view, shown, onShow }: Omit<Props, 'words'>) {
  const { assessment } = view;
  if (assessment.connection.signedOut !== undefined) return <SignInButton view={view} />;
  return headline(assessment).id === 'fix-one-device' ? (
    <ShowDevice view={view} shown={shown} onShow={onShow} />
  ) : (
    <ClearUp view={view} />
  );
}

/** Leads to the device that the headline speaks of, unless it is the one that is shown. */
function ShowDevice({ view: { assessment, locale }, shown, onShow }: Omit<Props, 'words'>) {
  const device = firstToFix(assessment)?.device;
  if (device === undefined || device === shown) return null;
  return <Press control="show" label={catalogues[locale].actions.show} locale={locale} act={() => onShow(device)} />;
}

/** What the person can do about something that nobody can tell: allow it again, or look who is right. */
function ClearUp({ view }: Pick<Props, 'view'>) {
  const { assessment, locale, actions } = view;
  const finding = unclearFinding(assessment);
  if (finding === undefined) return null;
  const { device, practice } = finding;
  const permission = permissionOf(finding);
  if (permission !== undefined) return <SwitchOn finding={finding} permission={permission} view={view} />;
  return (
    <Press
      control="looks-wrong"
      label={catalogues[locale].actions['looks-wrong']}
      locale={locale}
      act={() => actions.showSteps({ device, practice })}
    />
  );
}
