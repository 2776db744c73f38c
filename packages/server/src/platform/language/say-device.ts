import { say } from './say.ts';

/** A device as it was written down, Firefox on Windows, in the current language. */
export function sayDevice(device: string): string {
  const [browser = '', system] = device.split(' on ');
  if (system !== undefined) return say().platform.on({ browser, system });
  return device === 'Unknown device' ? say().platform.unknownDevice : device;
}
