# E-mail: letters out.
email-more-in-file = { $count ->
    [one] …and one more in the file.
   *[other] …and { $count } more in the file.
}
email-refused = The mail server does not take this letter: { $said }
email-refused-address = { $address } is no e-mail address. Correct it in the customer's profile.
email-refused-file = The file is no longer there.
error-email-from = E-mail needs SUPERECOM_EMAIL_FROM as well, such as "Asha Kurtis <care@asha.example>".
error-email-clear = SUPERECOM_EMAIL_SECURITY=none would send the password in the clear. Use starttls or tls.
