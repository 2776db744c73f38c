import { at } from './when';

export const es = {
  DRAFT: () => 'Borrador',
  SCHEDULED: (time: string) => (time ? `Sale ${at(time)}` : 'Sale pronto'),
  planned: (time: string) => `Sale el ${time}`,
  plannedElsewhere: (time: string, own: string) => `Sale el ${time} (en tu reloj, ${own})`,
  SENDING: () => 'Saliendo ahora',
  SENT: (time: string) => (time ? `Enviado ${at(time)}` : 'Enviado'),
  unsent: (time: string) => `Aún sin enviar a nadie, intentado ${at(time)}`,
  CANCELLED: () => 'Cancelado',
  arrived: (count: number) => (count === 1 ? '1 ha llegado' : `${count} han llegado`),
  onTheWay: (count: number) => `${count} de camino`,
  waiting: (count: number) => `${count} en espera`,
  cameBack: (count: number) => (count === 1 ? '1 ha vuelto' : `${count} han vuelto`),
  notSent: (count: number) => `${count} sin enviar`,
  heldBack: (count: number) => (count === 1 ? '1 retenido' : `${count} retenidos`),
};
