/** Enough for its owner to know it again, too little for anybody to write to it: m•••@example.com */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const first = [...address][0] ?? '';
  return `${first}•••${address.slice(at)}`;
}
