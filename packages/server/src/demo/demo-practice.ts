/** The demo practice: known passwords, so it is never loaded in production. */
interface DemoPerson {
  username: string;
  password: string | null;
  firstName: string;
  lastName: string;
  email: string;
  timeZone?: string;
}

interface DemoCoach extends DemoPerson {
  practice: { name: string; supportEmail: string };
}

interface DemoClient extends DemoPerson {
  /** Username of their coach. */
  coach: string;
  status?: 'INACTIVE';
  mayLogInWhileInactive?: boolean;
  registered?: boolean;
}

const northwind = { name: 'Northwind Coaching', supportEmail: 'hello@northwind.example.com' };

export const coaches: DemoCoach[] = [
  {
    username: 'dana.coach',
    password: 'northwind harbour lamp',
    firstName: 'Dana',
    lastName: 'Okafor',
    email: 'dana@northwind.example.com',
    timeZone: 'Europe/Madrid',
    practice: northwind,
  },
  {
    username: 'iris.coach',
    password: 'eastwind harbour lamp',
    firstName: 'Iris',
    lastName: 'Moreau',
    email: 'iris@northwind.example.com',
    timeZone: 'Europe/Madrid',
    practice: northwind,
  },
  {
    username: 'theo.coach',
    password: 'southwind harbour lamp',
    firstName: 'Theo',
    lastName: 'Brandt',
    email: 'theo@southwind.example.com',
    timeZone: 'America/New_York',
    practice: { name: 'Southwind Coaching', supportEmail: 'hello@southwind.example.com' },
  },
];

export const clients: DemoClient[] = [
  {
    coach: 'dana.coach',
    username: 'maria.k',
    password: 'paper boats at noon',
    firstName: 'Maria',
    lastName: 'Keller',
    email: 'maria@example.com',
    timeZone: 'Europe/Berlin',
  },
  {
    coach: 'dana.coach',
    username: 'ana.ruiz',
    password: 'green kettle on rails',
    firstName: 'Ana',
    lastName: 'Ruiz',
    email: 'ruiz.family@example.com',
  },
  {
    coach: 'dana.coach',
    username: 'leo.ruiz',
    password: 'three owls and a drum',
    firstName: 'Leo',
    lastName: 'Ruiz',
    email: 'ruiz.family@example.com',
  },
  {
    coach: 'dana.coach',
    username: 'sam.p',
    password: 'quiet tin lighthouse',
    firstName: 'Sam',
    lastName: 'Patel',
    email: 'sam@example.com',
    status: 'INACTIVE',
    mayLogInWhileInactive: false,
  },
  {
    coach: 'dana.coach',
    username: 'li.w',
    password: 'window full of snow',
    firstName: 'Li',
    lastName: 'Wen',
    email: 'li@example.com',
    status: 'INACTIVE',
    mayLogInWhileInactive: true,
  },
  {
    coach: 'dana.coach',
    username: 'noor.h',
    password: null,
    firstName: 'Noor',
    lastName: 'Haddad',
    email: 'noor+coaching@example.com',
    registered: false,
  },
  {
    coach: 'dana.coach',
    username: 'bo.l',
    password: 'seven slow trams',
    firstName: '',
    lastName: 'Lind',
    email: 'bo@example.com',
  },
  {
    coach: 'iris.coach',
    username: 'kai.t',
    password: 'long river of glass',
    firstName: 'Kai',
    lastName: 'Tanaka',
    email: 'kai@example.com',
  },
  {
    coach: 'theo.coach',
    username: 'ines.v',
    password: 'copper moon harvest',
    firstName: 'Ines',
    lastName: 'Vidal',
    email: 'ines@example.com',
    timeZone: 'America/Sao_Paulo',
  },
];
