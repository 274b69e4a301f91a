import type { AssessedDevice, Assessment } from './finding.ts';

/** The devices that the person is asked about, the likeliest first. None where there is nothing to ask, or where they have answered. */
export function askedAbout({ devices }: Assessment): readonly AssessedDevice[] {
  const question = devices.find(({ isThisComputer }) => isThisComputer)?.question;
  if (question === undefined || question.isAnswered) return [];
  return question.devices.flatMap((id) => devices.find((device) => device.id === id) ?? []);
}

/** The headline that asks, of the likeliest device. */
export type ComputerHeadline =
  | { readonly id: 'not-joined'; readonly device: string; readonly ending: string }
  | { readonly id: 'not-joined-unnumbered'; readonly device: string };

export function computerHeadline(assessment: Assessment): ComputerHeadline | undefined {
  const [likeliest] = askedAbout(assessment);
  if (likeliest === undefined) return undefined;
  const { model, name, serialEnding: ending } = likeliest;
  const device = model || name;
  return ending === undefined ? { id: 'not-joined-unnumbered', device } : { id: 'not-joined', device, ending };
}

export const isComputerHeadline = ({ id }: { readonly id: string }): boolean =>
  id === 'not-joined' || id === 'not-joined-unnumbered';
