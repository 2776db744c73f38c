export const es = {
  skipToContent: 'Saltar al contenido',
  show: 'Mostrar',
  hide: 'Ocultar',
  whatYouTyped: 'lo que has escrito',
  copied: 'Copiado',
  copyFailed: 'Aquí no se ha podido copiar. Selecciona el texto y cópialo a mano.',
  offlineBanner: 'No tienes conexión. Lo que has escrito se queda aquí; sigue cuando la recuperes.',
  backOnline: 'Vuelves a tener conexión.',
  help: '¿Necesitas ayuda de una persona?',
  doorLine: 'La puerta está abierta.',
  doorExplained: 'Pasa, te estábamos esperando.',
  otherLanguage: 'English',
  loading: 'Un momento…',
  partMissing:
    'No se ha podido cargar lo que sigue. Comprueba tu conexión e inténtalo de nuevo. No se pierde nada de lo escrito.',
  tryAgain: 'Intentarlo de nuevo',
};
