export const es = {
  renewedTitle: 'Mira tu correo',
  renewedText:
    'Si la invitación que has abierto era nuestra, va una nueva de camino a la dirección de correo que tiene registrada tu coach. Mira también en la carpeta de spam.',
  renewedAgain: '¿Nada después de cinco minutos? Entonces escribe a tu coach.',
  goToLogin: 'Ir a la página de inicio de sesión',
};
