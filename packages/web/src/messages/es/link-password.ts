export const es = {
  passwordTitle: 'Hace falta también tu contraseña',
  passwordText: (label: string) =>
    `En la cuenta de ${label}, un enlace de acceso solo funciona junto con la contraseña. Aún no se ha gastado nada.`,
  password: 'Contraseña',
  passwordMissing: 'Escribe tu contraseña.',
  passwordWrong: 'Esa no es la contraseña de esta cuenta. El enlace sigue siendo válido.',
  logIn: 'Iniciar sesión',
};
