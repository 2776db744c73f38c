
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
    "AddPasskeyResult": [
      "CurrentPasswordWrong",
      "PasskeyChallenge",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "AuthenticatorResult": [
      "AuthenticatorSetUp",
      "CurrentPasswordWrong",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "CheckClientImportResult": [
      "ClientRows",
      "InvalidInput"
    ],
    "CheckMessageResult": [
      "InvalidInput",
      "MessageCheck",
      "TooManyAttempts"
    ],
    "ClientResult": [
      "ClientSaved",
      "DuplicateEmail",
      "InvalidInput",
      "TooManyAttempts"
    ],
    "ClientsResult": [
      "ClientsSaved",
      "InvalidInput",
      "TooManyAttempts"
    ],
    "CreateApiTokenResult": [
      "ApiTokenCreated",
      "CurrentPasswordWrong",
      "InvalidInput",
      "ReadOnlyAccess",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "ExportMyDataResult": [
      "CurrentPasswordWrong",
      "InvalidInput",
      "OwnData",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "ImportClientsResult": [
      "ClientRows",
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
      "MessageTemplateSaved",
      "TooManyAttempts"
    ],
    "MyAccountResult": [
      "CurrentPasswordWrong",
      "InvalidInput",
      "MyAccountChanged",
      "PasswordRejected",
      "ReadOnlyAccess",
      "SecondStepNeeded",
      "TooManyAttempts",
      "UsernameTaken"
    ],
    "RecoveryCodesResult": [
      "InvalidInput",
      "RecoveryCodes",
      "SecondStepNeeded",
      "TooManyAttempts"
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
    "StopResult": [
      "AccessChangeStopped",
      "LoginLinkUnusable",
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
    "AddPasskeyResult": [
      "CurrentPasswordWrong",
      "PasskeyChallenge",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "AuthenticatorResult": [
      "AuthenticatorSetUp",
      "CurrentPasswordWrong",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "CheckClientImportResult": [
      "ClientRows",
      "InvalidInput"
    ],
    "CheckMessageResult": [
      "InvalidInput",
      "MessageCheck",
      "TooManyAttempts"
    ],
    "ClientResult": [
      "ClientSaved",
      "DuplicateEmail",
      "InvalidInput",
      "TooManyAttempts"
    ],
    "ClientsResult": [
      "ClientsSaved",
      "InvalidInput",
      "TooManyAttempts"
    ],
    "CreateApiTokenResult": [
      "ApiTokenCreated",
      "CurrentPasswordWrong",
      "InvalidInput",
      "ReadOnlyAccess",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "ExportMyDataResult": [
      "CurrentPasswordWrong",
      "InvalidInput",
      "OwnData",
      "SecondStepNeeded",
      "TooManyAttempts"
    ],
    "ImportClientsResult": [
      "ClientRows",
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
      "MessageTemplateSaved",
      "TooManyAttempts"
    ],
    "MyAccountResult": [
      "CurrentPasswordWrong",
      "InvalidInput",
      "MyAccountChanged",
      "PasswordRejected",
      "ReadOnlyAccess",
      "SecondStepNeeded",
      "TooManyAttempts",
      "UsernameTaken"
    ],
    "RecoveryCodesResult": [
      "InvalidInput",
      "RecoveryCodes",
      "SecondStepNeeded",
      "TooManyAttempts"
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
    "StopResult": [
      "AccessChangeStopped",
      "LoginLinkUnusable",
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
    