/** Whether this browser knows passkeys at all; over plain http only on this machine. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === 'function';
}
