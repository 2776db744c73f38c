export const es = {
  logInText: (label: string) =>
    `Esto solo lo puede confirmar ${label}, iniciando sesión con su propio nombre de usuario y contraseña. No se ha gastado nada.`,
  logIn: 'Iniciar sesión y continuar',
  otherText: (label: string) =>
    `Aquí ha iniciado sesión otra persona. Esto solo lo puede confirmar ${label}, así que cierra antes la sesión. No se ha gastado nada.`,
  logOut: 'Cerrar la sesión y continuar',
  coachText: (label: string) =>
    `Has iniciado sesión como coach. Esto solo lo puede confirmar ${label}, en su propio dispositivo y con su propia sesión: leer el buzón nuevo no debe bastar para entrar en la cuenta. Allí puede abrir este mismo enlace.`,
  goToAccount: 'Ir a Mi cuenta',
};
