/**
 * @typedef {import('../src/posture/finding.ts').Assessment} Assessment
 * @typedef {import('../src/posture/finding.ts').Finding} Finding
 */

const titles = ['DEVICE', 'CHECK', 'RATING', 'WHO SAYS SO', 'HOW OLD'];

/** @type {readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]} */
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * An assessment as lines of text: every finding that applies, with who says so and how old that is.
 * @param {Assessment} assessment
 * @param {Date} now
 */
export function assessmentTable(assessment, now) {
  const rows = assessment.devices.flatMap((device) =>
    device.findings
      .filter(({ rating }) => rating !== 'not-applicable')
      .map((finding) => [
        device.name,
        finding.practice.replaceAll('-', ' '),
        ratingOf(finding, now),
        whoSaysSo(finding, assessment),
        howOld(finding, now),
      ]),
  );
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [titles, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {Finding} finding
 * @param {Date} now
 */
function ratingOf({ rating, reason, validUntil }, now) {
  if (validUntil !== undefined && Date.parse(validUntil) < now.getTime()) return 'unknown (stale)';
  return reason === undefined ? rating : `${rating} (${reason})`;
}

/**
 * @param {Finding} finding
 * @param {Assessment} assessment
 */
function whoSaysSo({ decidedBy, blamed }, { sources }) {
  const ids = decidedBy.length > 0 ? decidedBy.map(({ source }) => source) : blamed;
  return [...new Set(ids)].map((id) => sources.find((source) => source.id === id)?.name ?? `this ${id}`).join(', ');
}

/**
 * @param {Finding} finding
 * @param {Date} now
 */
function howOld({ decidedBy }, now) {
  if (decidedBy.length === 0) return '';
  const oldest = Math.min(...decidedBy.map(({ observedAt }) => Date.parse(observedAt)));
  const age = now.getTime() - oldest;
  const [unit, length] = units.find(([, ms]) => age >= ms) ?? [];
  if (unit === undefined || length === undefined) return 'just now';
  return new Intl.RelativeTimeFormat('en').format(-Math.floor(age / length), unit);
}
