export { LoginHelpReportResolver } from './login-help.resolver.ts';
