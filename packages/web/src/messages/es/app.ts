export const es = {
  notFoundTitle: 'Esta página no existe',
  notFoundText: 'Puede que la dirección tenga una errata o haya cambiado. A tu cuenta no le pasa nada.',
  crashTitle: 'Esta página ha dejado de funcionar',
  crashText:
    'El fallo es nuestro, no tuyo. Volver a cargarla suele bastar. Si has venido con un enlace de acceso, sigue siendo válido: solo se gasta con su botón.',
  reload: 'Volver a cargar la página',
  goToLogin: 'Ir a la página de inicio de sesión',
  loading: 'Un momento…',
};
