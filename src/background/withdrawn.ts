import type { Assessment, Finding } from '../posture/finding.ts';
import { BROWSER } from '../posture/source.ts';

/**
 * The assessment with `isWithdrawn` on what this browser told when it was assessed before, and does not tell any more for want of
 * the permission: the previous assessment is the memory that it was given. What never was is left as it is.
 */
export function withWithdrawn(assessment: Assessment, previous: Assessment | undefined): Assessment {
  const before = previous?.devices.find(({ isThisComputer }) => isThisComputer)?.findings ?? [];
  const wasTold = (practice: string) => before.some((finding) => finding.practice === practice && isOrWasTold(finding));
  return {
    ...assessment,
    devices: assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.map((finding) =>
        finding.reason === 'permission-not-granted' && wasTold(finding.practice)
          ? { ...finding, isWithdrawn: true }
          : finding,
      ),
    })),
  };
}

const isOrWasTold = ({ isWithdrawn, decidedBy }: Finding): boolean =>
  isWithdrawn === true || decidedBy.some(({ source }) => source === BROWSER);
