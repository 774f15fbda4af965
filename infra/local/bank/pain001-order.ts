/** Elements of pain.001 in the order that the standard prescribes, for the parts that this bank looks at. */
export const groupOrder: readonly string[] = [
  'MsgId',
  'CreDtTm',
  'Authstn',
  'NbOfTxs',
  'CtrlSum',
  'InitgPty',
  'FwdgAgt',
];

export const blockOrder: readonly string[] = [
  ...['PmtInfId', 'PmtMtd', 'BtchBookg', 'NbOfTxs', 'CtrlSum', 'PmtTpInf', 'ReqdExctnDt', 'PoolgAdjstmntDt'],
  ...[
    'Dbtr',
    'DbtrAcct',
    'DbtrAgt',
    'DbtrAgtAcct',
    'InstrForDbtrAgt',
    'UltmtDbtr',
    'ChrgBr',
    'ChrgsAcct',
    'ChrgsAcctAgt',
  ],
  'CdtTrfTxInf',
];

export const transferOrder: readonly string[] = [
  ...['PmtId', 'PmtTpInf', 'Amt', 'XchgRateInf', 'ChrgBr', 'ChqInstr', 'UltmtDbtr', 'IntrmyAgt1', 'IntrmyAgt1Acct'],
  ...['IntrmyAgt2', 'IntrmyAgt2Acct', 'IntrmyAgt3', 'IntrmyAgt3Acct', 'CdtrAgt', 'CdtrAgtAcct', 'Cdtr', 'CdtrAcct'],
  ...[
    'UltmtCdtr',
    'InstrForCdtrAgt',
    'InstrForDbtrAgt',
    'Purp',
    'RgltryRptg',
    'Tax',
    'RltdRmtInf',
    'RmtInf',
    'SplmtryData',
  ],
];
