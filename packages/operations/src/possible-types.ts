
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "AcceptInviteResult": [
      "InvalidInput",
      "LoggedIn",
      "LoginLinkUnusable",
      "PasswordRejected",
      "TooManyAttempts",
      "UsernameTaken"
    ],
    "CheckMessageResult": [
      "InvalidInput",
      "MessageCheck"
    ],
    "ClientResult": [
      "ClientSaved",
      "DuplicateEmail",
      "InvalidInput",
      "TooManyAttempts"
    ],
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
    "MessageTemplateResult": [
      "InvalidInput",
      "MessageTemplateSaved"
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
    "SendMessageResult": [
      "InvalidInput",
      "MessageAccepted",
      "MessageRejected",
      "TooManyAttempts"
    ],
    "UserError": [
      "AccountInactive",
      "CurrentPasswordWrong",
      "DuplicateEmail",
      "InvalidCredentials",
      "InvalidInput",
      "LoginLinkUnusable",
      "MessageRejected",
      "PasswordRejected",
      "ReadOnlyAccess",
      "TooManyAttempts",
      "UsernameTaken"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AcceptInviteResult": [
      "InvalidInput",
      "LoggedIn",
      "LoginLinkUnusable",
      "PasswordRejected",
      "TooManyAttempts",
      "UsernameTaken"
    ],
    "CheckMessageResult": [
      "InvalidInput",
      "MessageCheck"
    ],
    "ClientResult": [
      "ClientSaved",
      "DuplicateEmail",
      "InvalidInput",
      "TooManyAttempts"
    ],
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
    "MessageTemplateResult": [
      "InvalidInput",
      "MessageTemplateSaved"
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
    "SendMessageResult": [
      "InvalidInput",
      "MessageAccepted",
      "MessageRejected",
      "TooManyAttempts"
    ],
    "UserError": [
      "AccountInactive",
      "CurrentPasswordWrong",
      "DuplicateEmail",
      "InvalidCredentials",
      "InvalidInput",
      "LoginLinkUnusable",
      "MessageRejected",
      "PasswordRejected",
      "ReadOnlyAccess",
      "TooManyAttempts",
      "UsernameTaken"
    ]
  }
};
      export default result;
    