export const es = {
  text: '¿Has olvidado la contraseña? Entonces este enlace no te sirve, pero una persona puede ayudarte: escribe a',
};
