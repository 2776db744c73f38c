export const es = {
  renewedTitle: 'Mira tu correo',
  renewedText:
    'Si la invitación que has abierto era nuestra, va un correo de camino a la dirección que tiene registrada tu coach: una invitación nueva, o un enlace de acceso si ya aceptaste la tuya. Mira también en la carpeta de spam.',
  renewedAgain: '¿Nada después de cinco minutos? Entonces escribe a tu coach.',
  goToLogin: 'Ir a la página de inicio de sesión',
};
