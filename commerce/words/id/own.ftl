own-found = { $count ->
    [0] Anda tidak punya pesanan{ $first ->
        [none] { "" }
       *[other] { " " }dari { $first } sampai { $last }
    }.
   *[other] Anda punya { $count } pesanan{ $first ->
        [none] { "" }
       *[other] { " " }dari { $first } sampai { $last }
    }.
}{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } paket belum berhasil diantar; pilih hari pengantarannya.
}
own-state-parcel = { $status ->
    [Delivered] sudah diantar pada { $on }
    [OutForDelivery] sedang diantar hari ini
    [DeliveryFailed] gagal diantar
    [RTOInitiated] sedang kembali ke toko
    [RTOInTransit] sedang kembali ke toko
    [RTODelivered] sudah kembali ke toko
    [Cancelled] dibatalkan
    [Lost] hilang di jalan; toko akan membantu Anda
    [Created] sudah dikemas, menunggu kurir
    [Manifested] sudah dikemas, menunggu kurir
   *[other] dalam perjalanan{ $on ->
        [none] { "" }
       *[other] , diperkirakan paling lambat { $on }
    }
}
own-state-again = akan diantar lagi pada { $when }
own-state-order = { $status ->
    [Pending] sudah diterima
    [Confirmed] sudah dikonfirmasi, belum dikemas
    [Processing] sedang dikemas
    [Shipped] dalam perjalanan
    [Delivered] sudah diantar
    [Cancelled] dibatalkan
    [Returned] dikembalikan
    [RTO] kembali ke toko
    [OnHold] ditahan; toko sedang memeriksanya
   *[Failed] gagal
}
own-total = { $total }
own-line-what = Isi
own-line-parcel = Paket
own-line-placed = Dipesan pada
own-line-payment = Pembayaran
own-payment = { $method ->
    [COD] { $total } tunai saat diantar (COD)
   *[other] { $status ->
        [Paid] lunas
        [Refunded] sudah dikembalikan
        [PartiallyRefunded] dikembalikan sebagian
       *[other] belum dibayar
    }
}
own-list-more = Ditampilkan: { $shown } dari { $count }
own-button-track = Sampai di mana?
own-button-track-says = Di mana pesanan saya { $number }?
own-button-choose = Antar { $day }
own-button-choose-says = Antar paket { $awb } pada { $day }
own-difference-day = Diantar pada
error-own-cannot-change = Pengantaran paket ini tidak bisa diubah dari sini. Minta bicara dengan orang, dan seseorang dari toko akan membantu Anda.

own-choice = Pesanan { $number }: { $what }, { $total }
own-reason-not-wanted = Pelanggan tidak menginginkannya lagi
own-address-title = { $how ->
    [order] Kirim pesanan { $subject } ke alamat yang benar
    [parcel] Antar paket { $subject } ke alamat yang benar
   *[conversation] Minta orang toko memeriksa alamat pesanan { $subject }
}
own-address-done = { $how ->
    [order] Pesanan { $subject } sekarang dikirim ke alamat yang benar.
    [parcel] Kami minta kurir mengantar paket { $subject } ke alamat yang benar pada { $when }.
   *[conversation] Pesanan { $subject } sudah dalam perjalanan, jadi orang toko memeriksa alamatnya dan menjawab Anda di sini.
}
own-address-line1 = Alamat
own-address-line2 = Alamat, baris kedua
own-address-landmark = Patokan
own-address-city = Kota
own-address-state = Negara bagian
own-address-pincode = Kode pos
own-address-phone = Telepon
own-refusal-title = { $how ->
    [order] Batalkan pesanan Anda { $subject }
    [parcel] Kembalikan paket Anda { $subject } ke toko
   *[conversation] Minta orang toko menghentikan pesanan { $subject }
}
own-refusal-done = { $how ->
    [order] Pesanan Anda { $subject } dibatalkan.
    [parcel] Kami minta kurir mengembalikan paket { $subject } ke toko.
   *[conversation] Pesanan { $subject } sudah dalam perjalanan. Orang toko diminta menghentikannya dan menjawab Anda di sini. Jika kurir datang lebih dulu, Anda bisa menolaknya di pintu.
}
own-payment-title = Kirim tautan untuk membayar { $amount } bagi pesanan { $subject }
own-payment-done = Tautan untuk membayar { $amount } bagi pesanan { $subject } sedang dikirim ke { $to }.
own-difference-order = Pesanan
own-difference-amount = Jumlah
own-difference-to = Dikirim ke
own-warning-refund = Anda sudah membayar { $paid }. Uangnya tidak kembali dengan sendirinya: toko memeriksanya setelah pesanan kembali atau dibatalkan.
own-warning-label = Sudah dikemas; toko memasang label baru.
own-warning-courier-collects = Sampai pembayaran masuk, kurir tetap meminta uang tunai di pintu.
error-own-nothing-open = Tidak ada pesanan Anda yang berjalan. Tanyakan pesanan Anda untuk melihat semuanya.
error-own-other-pincode = Pesanan Anda menuju kode pos { $pincode } ({ $city }), dan dari sini tidak bisa dialihkan ke yang lain. Minta bicara dengan orang, dan seseorang dari toko akan membantu Anda.
error-own-called-off = Pesanan { $number } sudah dibatalkan; tidak ada yang datang.
error-own-delivered = Pesanan { $number } sudah diantar. Untuk mengembalikannya, minta bicara dengan orang, dan seseorang dari toko akan membantu Anda.
error-own-going-back = Pesanan { $number } sudah dalam perjalanan kembali ke toko. Minta bicara dengan orang, dan seseorang dari toko akan membantu Anda.
