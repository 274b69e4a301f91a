/** Drawings on a grid of 24, as lines: the style sheet chooses colour and weight. */
export const iconPaths = {
  stethoscope: 'M3.5 3H5v5.5a4.5 4.5 0 0 0 9 0V3h1.5M9.5 13v2.5a5 5 0 0 0 10 0V14M21.5 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  refresh: 'M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6',
  settings:
    'M4 7h9.5M18.5 7H20M4 17h1.5m5 0H20M18.5 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M10.5 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0',
  chevron: 'm9 6 6 6-6 6',
  warning: 'M12 3.5 2.5 20h19L12 3.5Zm0 6.5v4.5m0 2.6v.1',
  improve: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 16.5v-9m0 0L8.5 11M12 7.5l3.5 3.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  question: 'M8.3 8.6a3.8 3.8 0 1 1 5.5 3.4c-1.1.6-1.8 1.2-1.8 2.4M12 18.4v.1',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0',
  puzzle:
    'M9 5.5a2 2 0 1 1 4 0V7h4v4h1.5a2 2 0 1 1 0 4H17v5h-5v-1.5a2 2 0 1 0-4 0V20H4v-5h1.5a2 2 0 1 0 0-4H4V7h5V5.5Z',
  key: 'M11 14.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M9.8 11.3 19 4M15.5 6.8l2.5 3M12.5 9.2l1.5 2',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M12 7.5V12l3 2',
  attention: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M12 8v4.5m0 3v.1',
  calendar: 'M5 6h14v13H5zM5 10h14M9 4v3m6-3v3',
  leave: 'M8 16 17 7M9.5 7H17v7.5',
  shield: 'M12 3.5 5 6v5.5c0 4.2 2.9 7.4 7 9 4.1-1.6 7-4.8 7-9V6l-7-2.5Z',
  locked: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM8 11V8a4 4 0 0 1 8 0v3',
  unlocked: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM8 11V8a4 4 0 0 1 7.5-2',
  screen: 'M4 4.5h16v11.5H4zM12 16v3.5m-3.5 0h7M10 10h4v3h-4zM10.7 10V8.9a1.3 1.3 0 0 1 2.6 0V10',
  phone:
    'M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3ZM11 18h2',
  chip: 'M7 7h10v10H7zM10 7V4m4 3V4m-4 16v-3m4 3v-3M7 10H4m3 4H4m16-4h-3m3 4h-3',
  wall: 'M4 5h16v14H4zM4 9.7h16M4 14.3h16M12 5v4.7M8 9.7v4.6m8-4.6v4.6M12 14.3V19',
  download: 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14',
} as const;

export type IconName = keyof typeof iconPaths;
