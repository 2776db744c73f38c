export const es = {
  account: 'Cuenta',
  oldEmail: 'Dirección anterior',
  newEmail: 'Dirección nueva',
  askedBy: 'Lo ha pedido',
  owner: 'La persona titular de la cuenta',
  takesEffect: 'Se hará el',
};
