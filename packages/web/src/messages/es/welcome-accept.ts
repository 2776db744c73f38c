import { until } from './when';

export const es = {
  heading: (label: string) => `Te damos la bienvenida, ${label}`,
  from: (coach: string) => `Esta invitación es de ${coach}.`,
  text: 'Elige cómo vas a iniciar sesión: un nombre de usuario y una contraseña. Y ya está.',
  textUntil: (time: string) =>
    `Elige cómo vas a iniciar sesión: un nombre de usuario y una contraseña. Y ya está. Esta invitación vale ${until(time)}.`,
  username: 'Nombre de usuario',
  usernameHint:
    'Quédate con el que te proponemos o elige otro. Con él inicias sesión, no con tu dirección de correo.',
  usernameMissing: 'Escribe el nombre de usuario que quieres.',
  usernameTaken: 'Alguien tiene ya este nombre de usuario. Elige otro.',
  password: 'Contraseña',
  comeIn: 'Entrar',
};
