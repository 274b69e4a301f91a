/** A configuration in which everything is right. */
export const whole = `organization:
  name: Acme
  contact: { label: Acme IT, url: 'mailto:it@acme.example' }
key: { env: STETHOSCOPE_KEY }
identity:
  mode: token
  tokens:
    - { sha256: ${'0a'.repeat(32)}, email: Jane@acme.example }
sources:
  - id: jamf-eu
    kind: jamf
    url: https://acme.jamfcloud.com
    clientId: reader
    clientSecret: { env: JAMF_SECRET }
    checks:
      - { name: Screen lock, passing: [On], pass: { fact: screenLock, value: 'on' } }
policy:
  version: '2026-11'
  practices:
    firewall: { importance: nudge, platforms: [macos] }
    disk-encryption:
      dueAt: 2026-12-04
      exceptions:
        - { device: c02xl0aajg5h, until: 2027-03-31, why: A new disk is on its way. }
  groups:
    - { group: engineering, practices: { remote-login: { visibility: hidden } } }
`;
