import { policyPlace } from '../../archive/index.ts';

/** Where this machine's policy lies, whether there is one or not. */
export function machinePolicyFile(): string {
  return policyPlace(process.platform, process.env);
}
