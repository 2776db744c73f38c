
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "LoginLinkResult": [
      "InvalidCredentials",
      "InvalidInput",
      "LoggedIn",
      "LoginLinkUnusable",
      "PasswordNeeded",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "LoginResult": [
      "AccountInactive",
      "InvalidCredentials",
      "InvalidInput",
      "LoggedIn",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "MyAccountResult": [
      "CurrentPasswordWrong",
      "InvalidInput",
      "MyAccountChanged",
      "PasswordRejected",
      "ReadOnlyAccess",
      "TooManyAttempts",
      "UsernameTaken"
    ],
    "RecoveryResult": [
      "InvalidInput",
      "RecoveryRequested",
      "TooManyAttempts"
    ],
    "UserError": [
      "AccountInactive",
      "CurrentPasswordWrong",
      "InvalidCredentials",
      "InvalidInput",
      "LoginLinkUnusable",
      "PasswordRejected",
      "ReadOnlyAccess",
      "TooManyAttempts",
      "UsernameTaken"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "LoginLinkResult": [
      "InvalidCredentials",
      "InvalidInput",
      "LoggedIn",
      "LoginLinkUnusable",
      "PasswordNeeded",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "LoginResult": [
      "AccountInactive",
      "InvalidCredentials",
      "InvalidInput",
      "LoggedIn",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "MyAccountResult": [
      "CurrentPasswordWrong",
      "InvalidInput",
      "MyAccountChanged",
      "PasswordRejected",
      "ReadOnlyAccess",
      "TooManyAttempts",
      "UsernameTaken"
    ],
    "RecoveryResult": [
      "InvalidInput",
      "RecoveryRequested",
      "TooManyAttempts"
    ],
    "UserError": [
      "AccountInactive",
      "CurrentPasswordWrong",
      "InvalidCredentials",
      "InvalidInput",
      "LoginLinkUnusable",
      "PasswordRejected",
      "ReadOnlyAccess",
      "TooManyAttempts",
      "UsernameTaken"
    ]
  }
};
      export default result;
    