import { feature } from '../../../feature.ts';
import { LoginHelpReportResolver } from './login-help.resolver.ts';

export const helpReport = feature({ resolvers: [LoginHelpReportResolver] });
