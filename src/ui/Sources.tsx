import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { isFailing } from '../posture/source.ts';
import { Icon } from './Icon.tsx';
import { omittedTexts } from './notice-words.ts';
import { sourceState } from './source-words.ts';
import type { View } from './view.ts';

/** Where the answer comes from, and what it left out. */
export function Sources({ view: { assessment, now, locale } }: { readonly view: View }) {
  const { sources } = assessment;
  const omitted = omittedTexts(assessment, locale);
  return (
    <div class="sources">
      {omitted.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {sources.length > 0 && (
        <details>
          <summary class="sources-title">
            {say(catalogues[locale].popup.sources, {}, locale)}
            <Icon name="chevron" class="chevron" />
          </summary>
          <ul>
            {sources.map((source) => (
              <li key={source.id} data-source={source.id} data-status={source.status}>
                <Icon name={isFailing(source) ? 'attention' : 'check'} />
                <bdi>{source.name}</bdi>
                <span>{sourceState(source, now, locale)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
