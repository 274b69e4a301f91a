import { useState } from 'preact/hooks';
import {
  type CompanyPermission,
  drop,
  fixedForCompany,
  type PermissionReply,
  request,
  type SwitchedPermission,
} from '../browser/permissions.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { type Permission, usePermissions } from './use-permissions.ts';

interface Props {
  /** Whether a company may ask for something by a day. */
  readonly hasDeadlines?: boolean;
  readonly locale: Locale;
}

/** What came of the last click on one of the switches. */
interface Outcome {
  readonly permission: SwitchedPermission;
  readonly reply: PermissionReply | 'failed';
}

/** What this browser may be asked beyond what every extension sees: what each permission is for, and its switch. */
export function Permissions({ hasDeadlines = false, locale }: Props) {
  const permissions = usePermissions(hasDeadlines);
  const [outcome, setOutcome] = useState<Outcome>();
  const options = optionsWords[locale];
  if (permissions.length === 0) return null;

  const switched = permissions.filter((one) => !one.isFixed);
  const fixed = [...permissions.filter((one) => one.isFixed).map(({ permission }) => permission), ...fixedForCompany()];

  const change = ({ permission, isGranted }: Permission): void => {
    // Nothing may be awaited before the browser asks.
    const reply = isGranted ? drop(permission).then(() => undefined) : request(permission);
    reply.then(
      (came) => setOutcome(came && { permission, reply: came }),
      () => setOutcome({ permission, reply: 'failed' }),
    );
  };

  return (
    <section>
      <h2>{say(options.permissions, {}, locale)}</h2>
      <p>{say(options['permissions-hint'], {}, locale)}</p>
      <ul class="permissions">
        {switched.map((one) => (
          <Row
            key={one.permission}
            {...one}
            reply={outcome?.permission === one.permission ? outcome.reply : undefined}
            onClick={() => change(one)}
            locale={locale}
          />
        ))}
        {fixed.map((permission) => (
          <FixedRow key={permission} permission={permission} locale={locale} />
        ))}
      </ul>
    </section>
  );
}

interface FixedRowProps extends Pick<Props, 'locale'> {
  readonly permission: SwitchedPermission | CompanyPermission;
}

/** What the company has switched on is listed all the same: nothing is seen in secret. */
function FixedRow({ permission, locale }: FixedRowProps) {
  const options = optionsWords[locale];
  return (
    <li data-permission={permission} data-fixed>
      <p>{say(options[`permission-${permission}`], {}, locale)}</p>
      <p class="quiet">{say(options['permission-fixed'], {}, locale)}</p>
    </li>
  );
}

interface RowProps extends Permission, Pick<Props, 'locale'> {
  readonly reply: Outcome['reply'] | undefined;
  readonly onClick: () => void;
}

function Row({ permission, isGranted, reply, onClick, locale }: RowProps) {
  const { actions } = catalogues[locale];
  const options = optionsWords[locale];
  return (
    <li data-permission={permission}>
      <p id={`permission-${permission}`}>{say(options[`permission-${permission}`], {}, locale)}</p>
      <button
        type="button"
        class="button"
        data-action={isGranted ? 'switch-off' : 'switch-on'}
        aria-describedby={`permission-${permission}`}
        onClick={onClick}
      >
        {say(isGranted ? options['switch-off'] : actions['switch-on'], {}, locale)}
      </button>
      <p role="status" class="quiet">
        {reply !== undefined && say(options[`permission-reply-${reply}`], {}, locale)}
      </p>
    </li>
  );
}
