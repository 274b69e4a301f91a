export const platforms = ['macos', 'windows', 'linux', 'chromeos', 'ios', 'ipados', 'android', 'unknown'] as const;

/** The operating system family of a device. */
export type Platform = (typeof platforms)[number];

export const forms = ['computer', 'phone', 'tablet', 'virtual'] as const;

export type Form = (typeof forms)[number];

/** A platform whose settings we can give directions for. */
export type KnownPlatform = Exclude<Platform, 'unknown'>;
