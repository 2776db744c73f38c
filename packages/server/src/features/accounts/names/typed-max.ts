/** UTF-16 code units. Long enough for any real one; what is longer is refused before anything is hashed. */
export const TYPED_MAX = { username: 256, password: 1_024 };
