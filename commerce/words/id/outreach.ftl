ask-delivery = Halo { $name }, ini { $shop }. Paket Anda { $parcel } (pesanan { $order }) gagal diantar{ $reason ->
    [CustomerNotAvailable] : kata kurir tidak ada orang di tempat
    [CustomerUnreachable] : kata kurir Anda tidak bisa dihubungi
    [CustomerRefused] : kata kurir paketnya ditolak
    [IncorrectAddress] : kata kurir alamatnya tidak ditemukan
    [PremisesClosed] : kata kurir tempatnya tutup
    [CODNotReady] : kata kurir uang tunainya belum siap
   *[other] {""}
 }. Apa yang sebaiknya kami lakukan?
ask-button-again = Antar lagi
ask-button-again-says = Antar lagi paket { $parcel }
ask-button-address = Alamat salah
ask-button-address-says = Alamat paket { $parcel } salah
ask-button-pay = Bayar online
ask-button-pay-says = Saya mau bayar paket { $parcel } secara online
ask-button-refuse = Tidak jadi
ask-button-refuse-says = Saya tidak mau paket { $parcel } lagi
ask-button-person = Bicara dengan orang
ask-button-person-says = Saya mau bicara dengan orang soal paket { $parcel }
ask-confirm = Halo { $name }, ini { $shop }. Anda memesan { $order } seharga { $total }, dibayar tunai, ke: { $address }.{ $lacks ->
    [house] { " " }Kami tidak melihat nomor rumah di dalamnya.
    [pincode] { " " }Kode posnya sepertinya bukan di sana.
    [sense] { " " }Kami tidak bisa membacanya dengan baik.
   *[none] { "" }
} Boleh kami kirim?
ask-address = Halo { $name }, ini { $shop }. Pesanan Anda { $order } akan dikirim ke: { $address }. { $lacks ->
    [pincode] Kode posnya sepertinya bukan di sana.
    [sense] Kami tidak bisa membacanya dengan baik.
   *[house] Kami tidak melihat nomor rumah di dalamnya.
} Apa alamat yang benar?
ask-total = { $total }
ask-channel-email = e-mail
ask-button-confirm = Ya, kirim
ask-button-confirm-says = Ya, kirim pesanan saya { $parcel }
ask-button-order-address = Ubah alamat
ask-button-order-address-says = Alamat pesanan { $parcel } salah
ask-button-order-pay = { $percent ->
    [0] Bayar online
   *[other] Bayar, hemat { $percent }%
}
ask-button-order-pay-says = Saya mau bayar pesanan { $parcel } secara online
ask-button-cancel = Batalkan
ask-button-cancel-says = Saya tidak mau pesanan { $parcel } lagi
ask-button-right = Alamat benar
ask-button-right-says = Ya, alamat pesanan { $parcel } benar, kirim saja
ask-button-order-person = Bicara dengan orang
ask-button-order-person-says = Saya mau bicara dengan orang soal pesanan { $parcel }
own-confirmation-done = Terima kasih. Pesanan { $subject } dikonfirmasi; kami kirim ke alamat yang Anda beri.
error-own-confirm-late = Pesanan { $number } tidak perlu konfirmasi lagi; statusnya: { $status }.
error-own-confirmed-already = Anda sudah mengonfirmasi pesanan { $number }; kami kirim.
ask-link = Halo { $name }, di sini Anda bisa membayar { $amount } untuk pesanan { $order } di { $shop }: { $link }
