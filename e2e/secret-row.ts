import { documentedRow } from '#sandbox/stand-in/documented-row.ts';

/** One row as the vendor sends it, with a SIP secret. */
export const wireNumber = (accountSid: string, token: string | null) =>
  documentedRow({
    account_sid: accountSid,
    token,
    type: 'sip',
    msg_controller: '',
    msg_app_sid: 'default_msg_app_sid',
    voice: true,
    messaging: false,
  });
