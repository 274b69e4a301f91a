import type { SourceAnswer } from '../posture.ts';
import type { OwnedRecord } from '../sources/connection.ts';
import type { ManagementSystem } from '../sources/source.ts';
import type { KeptRecord } from './kept-answer.ts';

/** One record of somebody's, as it is kept. A device with several owners is shared by them, unless its system knows better. */
export const keptRecord = ({ owners, record, isShared = owners.length > 1 }: OwnedRecord): KeptRecord => ({
  record,
  isShared,
});

/** What of a system's records is one person's. A search is not a comparison, so every record is looked at again. */
export const ownRecords = (records: readonly OwnedRecord[], email: string): readonly KeptRecord[] =>
  records.filter(({ owners }) => owners.includes(email)).map(keptRecord);

/** A person's records as answers that the system's own reader takes; what they share with others apart. */
export function ownAnswer(
  system: ManagementSystem,
  records: readonly KeptRecord[],
): Pick<SourceAnswer, 'json' | 'sharedJson'> {
  const recordsWhere = (shared: boolean) =>
    records.filter(({ isShared }) => isShared === shared).map(({ record }) => record);
  const shared = recordsWhere(true);
  return {
    json: system.answerOf(recordsWhere(false)),
    ...(shared.length > 0 && { sharedJson: system.answerOf(shared) }),
  };
}
