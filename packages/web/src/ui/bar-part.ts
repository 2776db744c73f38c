/** So many of one kind, in a bar of several. */
export type BarPart = { kind: 'used' | 'arrived' | 'way' | 'bad' | 'held'; count: number };
