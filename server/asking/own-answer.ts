import type { SourceAnswer } from '../posture.ts';
import type { OwnedRecord } from '../sources/connection.ts';
import type { ManagementSystem } from '../sources/source.ts';

/**
 * What of a system's records is one person's, as answers that the system's own reader takes; what they share with others apart. A
 * search is not a comparison, so every record is looked at again.
 */
export function ownAnswer(
  system: ManagementSystem,
  records: readonly OwnedRecord[],
  email: string,
): Pick<SourceAnswer, 'json' | 'sharedJson'> {
  const own = records.filter(({ owners }) => owners.includes(email));
  const recordsWhere = (shared: boolean) =>
    own.filter((record) => isShared(record) === shared).map(({ record }) => record);
  const shared = recordsWhere(true);
  return {
    json: system.answerOf(recordsWhere(false)),
    ...(shared.length > 0 && { sharedJson: system.answerOf(shared) }),
  };
}

const isShared = ({ owners, isShared: isSaid = false }: OwnedRecord): boolean => isSaid || owners.length > 1;
