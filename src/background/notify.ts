import { canNotify, notify } from '../browser/notifications.ts';
import { storedManaged, storedReminder } from '../browser/stored.ts';
import { closest } from '../locales/closest.ts';
import { say } from '../locales/say.ts';
import { workerLocales, workerWords } from '../locales/worker-words.ts';
import type { Assessment } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import { type Claim, present } from '../posture/present.ts';
import { dueSoon, wasRemindedToday } from '../posture/reminder.ts';

/**
 * Says on the desktop what is to do within three days: one message a day, about what is due first. Nothing where the organisation or the
 * person does not want messages.
 */
export async function remind(assessment: Assessment, claims: readonly Claim[], now: Instant): Promise<void> {
  const due = dueSoon(present(assessment, claims, now), now);
  const [first] = due;
  if (first === undefined || wasRemindedToday(await storedReminder.get(), now)) return;
  const { notifications = true, locale: wanted } = (await storedManaged.get())?.settings ?? {};
  if (!notifications || !(await canNotify())) return;
  await storedReminder.set(now);
  const locale = closest(workerLocales, wanted) ?? 'en';
  const { title, message } = workerWords[locale].reminder;
  await notify(first, {
    title: say(title, { count: due.length, dueAt: first.dueAt }, locale),
    message: say(message, {}, locale),
  });
}
