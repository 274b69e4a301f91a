import { Icon } from './Icon.tsx';
import { noticeWords } from './notice-words.ts';
import { OutgoingLink } from './OutgoingLink.tsx';
import type { View } from './view.ts';

/** What limits the answer, said before the answer. */
export function Notices({ view }: { readonly view: View }) {
  const notices = noticeWords(view);
  if (notices.length === 0) return null;
  return (
    <ul class="notices">
      {notices.map(({ id, text, detail, contact }) => (
        <li key={id} class="notice" data-notice={id}>
          <Icon name="attention" />
          <div>
            <p>{text}</p>
            {detail !== undefined && <p class="quiet">{detail}</p>}
            {contact !== undefined && <OutgoingLink {...contact} locale={view.locale} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
