import * as v from 'valibot';
import { api } from './api.ts';
import { has } from './permissions.ts';
import { openSteps } from './windows.ts';

/** What a message is about; its id carries it, for the worker may be another one by the time of the click. */
const subject = v.pipe(v.string(), v.parseJson(), v.object({ device: v.string(), practice: v.string() }));

export interface Message {
  readonly title: string;
  readonly message: string;
}

/** Chromium has it from the first worker on that starts with the permission, but the type says that it is always there. */
const notifications = (): typeof api.notifications | undefined => api.notifications;

/** Whether a message can appear on the desktop: the person, or a company's own build, has allowed it. Never rejects. */
export const canNotify = async (): Promise<boolean> =>
  notifications() !== undefined && (await has('notifications').catch(() => false));

/** Shows a message on the desktop about a finding. Another one about the same finding takes its place. */
export async function notify({ device, practice }: v.InferOutput<typeof subject>, said: Message): Promise<void> {
  const iconUrl = api.runtime.getURL('icons/128.png');
  await notifications()?.create(JSON.stringify({ device, practice }), { type: 'basic', iconUrl, ...said });
}

/** Opens the steps of what a message is about when somebody clicks it. */
export function followClicks(): void {
  notifications()?.onClicked.addListener((id) => {
    const about = v.safeParse(subject, id);
    if (!about.success) return;
    void openSteps(about.output);
    void notifications()?.clear(id);
  });
}
