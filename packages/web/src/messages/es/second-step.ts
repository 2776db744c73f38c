import { at, until } from './when';

export const es = {
  title: 'Segundo paso',
  heading: 'Un paso más',
  intro: (time: string) => `Esta cuenta está protegida con un segundo paso. Puedes darlo ${until(time)}.`,
  usePasskey: 'Usar tu llave de acceso',
  or: 'O escribe el código',
  code: 'Código de tu app de autenticación',
  codeHint: 'Seis cifras. Tu app muestra otras cada medio minuto.',
  codeMissing: 'Escribe las seis cifras que muestra ahora tu app.',
  recoveryCode: 'Código de recuperación',
  recoveryHint: 'Uno de los códigos que guardaste al configurarlo. Cada uno sirve una vez.',
  recoveryMissing: 'Escribe uno de tus códigos de recuperación.',
  goOn: 'Continuar',
  useRecovery: 'Usar un código de recuperación',
  useApp: 'Usar la app de autenticación',
  wrong: 'No es correcto o ya se ha usado. Un código de tu app vale medio minuto, y una sola vez.',
  wrongRecovery: 'No es ninguno de tus códigos de recuperación o ya se ha usado.',
  wrongPasskey: 'Esta llave de acceso no es de esta cuenta. Prueba con otra.',
  closed: 'No se ha usado la llave de acceso. Puedes volver a intentarlo.',
  impossible: 'Este navegador no puede usar aquí una llave de acceso.',
  tooMany: (time: string) =>
    `Demasiados intentos fallidos en esta cuenta. Podrás volver a intentarlo ${at(time)}. ¿No has sido tú? Entonces alguien conoce tu contraseña: inicia sesión con una llave de acceso o espera, y pon una contraseña nueva.`,
  dead: 'Ha pasado demasiado tiempo o ya se completó en otro sitio.',
  logInAgain: 'Volver a iniciar sesión',
  lost: '¿Has perdido el teléfono, la app y los códigos? Pregunta a quien gestiona este servicio para tu organización: puede volver a darte acceso.',
  otherWay: 'Iniciar sesión de otra manera',
};
