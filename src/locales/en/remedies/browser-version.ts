import type { Remedies, Steps } from '../../catalogue.ts';

const computer: Steps = {
  steps: [
    'Finish what you are typing in web pages.',
    'Open the About page. Chrome: ⋮ > Help > About Google Chrome. Edge: … > Help and feedback > About Microsoft Edge. Brave: ☰ > About Brave. Firefox: ☰ > Help > About Firefox, on a Mac Firefox menu > About Firefox.',
    'Wait until the update has been downloaded. It starts by itself.',
    'Choose Relaunch. In Edge it is Restart, in Firefox “Restart to update Firefox”.',
  ],
  check: 'The About page says that the browser is up to date.',
  note: 'Your tabs come back, private windows do not. No update offered, or “managed by your organization”? Then your company may hold it back, or the system is too old: ask IT.',
};

export default {
  macos: computer,
  windows: computer,
  linux: {
    steps: [
      'Finish what you are typing in web pages.',
      'Install the system’s updates, with Software Updater on Ubuntu or Software on Fedora. They bring Chrome, Edge, Brave and Firefox.',
      'Quit the browser completely. A Snap or Flatpak is updated while it is closed.',
      'Open it again.',
      'Compare the version. Chrome: ⋮ > Help > About Google Chrome. Edge: … > Help and feedback > About Microsoft Edge. Brave: ☰ > About Brave. Firefox: ☰ > Help > About Firefox.',
    ],
    check: 'The About page shows the new version. On Linux it often has no update button.',
    note: 'Installing updates needs administrator rights. Your tabs come back, private windows do not.',
  },
  chromeos: {
    steps: [
      'Finish what you are typing in web pages.',
      'Open Settings > About ChromeOS. Chrome is updated with the system.',
      'Choose Check for updates.',
      'Choose Restart when it is offered.',
    ],
    check: 'Settings > About ChromeOS says that it is up to date.',
    note: 'Takes five minutes. Your tabs come back. On a managed Chromebook, the company may choose the time.',
  },
} satisfies Remedies;
