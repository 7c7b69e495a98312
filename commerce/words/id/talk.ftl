planner-greeting = Halo! Saya ikut mengurus toko ini bersama Anda. Anda bisa bertanya:
planner-help = Tanyakan dengan kata-kata Anda sendiri. Misalnya:
planner-who-are-you = Saya asisten toko ini: program, bukan orang. Saya menjawab dari catatan toko dan tidak mengubah apa pun tanpa persetujuan. Misalnya:
planner-thanks = Sama-sama.
planner-bye = Sampai jumpa. Tulis saja kapan pun.
planner-cannot = Saya belum bisa membantu soal itu. Saya bisa membantu hal seperti:
planner-not-yours = Peran Anda tidak boleh meminta itu. Anda bisa bertanya:
planner-not-understood = Saya kurang paham. Bisa dikatakan dengan cara lain? Misalnya:
planner-which = Yang mana yang Anda maksud?
planner-confirm = Saya mau memastikan sebelum ada yang berubah. Ini yang Anda inginkan?
planner-not-placed = Saya tidak memahami “{ $words }”, dan ini mengubah banyak hal. Katakan dengan cara lain, atau lanjut tanpa itu.
planner-left-out = Saya tidak bisa menyaring ini dengan “{ $words }”. Tanyakan dengan cara lain, atau lihat tanpa itu.
planner-without-it = Lanjut tanpa itu
planner-left-alone = Baik, tidak ada yang diubah.
planner-never-mind = Baik, saya biarkan.
planner-nothing-waits = Sekarang tidak ada yang menunggu persetujuan. Apa yang ingin Anda lakukan?
planner-future = Saya hanya bisa menghitung hari yang sudah lewat. Yang mana maksud Anda?
planner-need-order = Pesanan yang mana? Nomornya saja cukup.
planner-need-parcel = Paket yang mana? Nomor pesanan atau resinya cukup.
planner-need-orders = Pesanan yang mana? Sebutkan persamaannya (belum dibayar, lebih dari 5 hari, satu kota, satu kanal), atau nomornya.
planner-need-product = Produk yang mana? Nama atau SKU-nya cukup.
planner-need-customer = Pelanggan yang mana? Nama atau nomor telepon cukup.
planner-need-warehouse = Gudang yang mana?
planner-need-courier = Kurir yang mana?
planner-need-person = Siapa dari tim?
planner-need-place = Kota, negara bagian, atau kode pos mana?
planner-need-period = Untuk hari apa saja?
planner-need-day = Pada hari apa?
planner-need-money = Berapa, dalam rupee?
planner-need-days = Untuk berapa hari?
planner-need-quantity = Berapa buah?
planner-need-phone = Ke nomor telepon mana?
planner-need-reason = Apa alasannya?
planner-need-landmark = Dekat patokan apa?
planner-need-DeliverySlot = Jam berapa kira-kira?
planner-need-more = Saya perlu satu hal lagi. Yang mana?
planner-need-address = Alamat yang benar apa? Rumah, jalan, daerah, dan patokan.
planner-day-slot = { $day }, { $slot }
planner-slot-morning = Pagi
planner-slot-afternoon = Siang
planner-slot-evening = Sore
planner-period-today = Hari ini
planner-period-yesterday = Kemarin
planner-period-this_week = Minggu ini
planner-period-this_month = Bulan ini
error-not-allowed = Peran Anda ({ $role }) tidak boleh melakukan itu. Tanyakan ke manajer atau pemilik toko.
error-unexpected = Ada yang salah di pihak kami, dan tidak ada yang diubah. Coba lagi; jika terulang, beri tahu kami rujukan { $reference }.
error-stranger = Saya belum mengenal Anda di sini. Silakan masuk, atau minta undangan dari toko.
error-order-not-found = Tidak ada pesanan { $number }. Periksa nomornya, atau cari pesanan pelanggan lewat nama atau telepon.
error-order-ambiguous = Beberapa pesanan cocok dengan { $number }. Yang mana?
error-order-already-cancelled = Pesanan { $number } sudah dibatalkan.
error-order-cancel-shipped = Pesanan { $number } sudah di kurir dan tidak bisa dibatalkan. Mintalah pengembalian ke asal.
error-order-cancel-delivered = Pesanan { $number } sudah terkirim dan tidak bisa dibatalkan. Terima retur lalu kembalikan uangnya.
error-order-already-held = Pesanan { $number } sudah ditahan.
error-order-hold-shipped = Pesanan { $number } sudah di kurir dan tidak bisa ditahan. Mintalah pengembalian ke asal.
error-customer-not-found = Tidak ada pelanggan { $customer }. Coba nama lengkap, nomor telepon, atau alamat email.
error-own-nothing-waits = Tidak ada paket Anda yang menunggu hari baru. Tanyakan di mana pesanan Anda untuk melihat sudah sampai mana.
error-own-which = Anda punya beberapa pesanan berjalan. Yang mana?
error-approval-expired = Permintaan ini terlalu lama untuk disetujui. Minta lagi dan saya siapkan yang baru.
error-undone-before = Ini sudah dibatalkan sebelumnya.
error-cannot-undo = Ini tidak bisa dibatalkan.
error-undo-late = Sudah terlambat untuk membatalkan ini.
approval-asks = Saya lakukan ini? { $title }
approval-reversible = Bisa dibatalkan selama { $minutes } menit.
approval-reversible-hours = Bisa dibatalkan selama { $hours } jam.
approval-final = Tidak bisa dibatalkan.
approval-expires = Menunggu sampai { $at }.
approval-approve = Setuju
approval-decline = Tolak
approval-declined = Dibiarkan seperti semula. Tidak ada yang diubah.
approval-says-yes = Ya: { $title }
approval-says-no = Tidak: { $title }
receipt-at = Selesai { $at } · { $receipt }
receipt-undo = Batalkan
order-status-Pending = Menunggu konfirmasi
order-status-Confirmed = Dikonfirmasi
order-status-Processing = Sedang dikemas
order-status-Shipped = Dikirim
order-status-Delivered = Terkirim
order-status-Cancelled = Dibatalkan
order-status-Returned = Diretur
order-status-RTO = Kembali tanpa diterima (RTO)
order-status-OnHold = Ditahan
order-status-Failed = Gagal
order-filter-Pending = menunggu konfirmasi
order-filter-Confirmed = dikonfirmasi
order-filter-Shipped = dikirim
order-filter-Delivered = terkirim
order-filter-Cancelled = dibatalkan
order-filter-OnHold = ditahan
order-filter-Unshipped = belum dikirim
payment-method-COD = Bayar di tempat
payment-kind-cod = bayar di tempat
payment-kind-prepaid = sudah dibayar
payment-kind-unpaid = belum dibayar
payment-kind-upi = UPI
payment-kind-card = kartu
payment-kind-net_banking = internet banking
payment-kind-wallet = dompet digital
payment-kind-emi = cicilan
payment-kind-bank_transfer = transfer bank
order-found-when = { $period ->
    [none] Seluruhnya
    [today] Hari ini
    [yesterday] Kemarin
   *[other] { $days ->
        [1] Pada { $first }
       *[other] Dari { $first } sampai { $last }
    }
}
order-found = { order-found-when }: { $count ->
    [0] tidak ada pesanan
   *[other] { $count } pesanan
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] .
   *[other] , senilai { $total }.
}
order-list-title = Pesanan
order-column-number = Pesanan
order-column-status = Status
order-column-total = Jumlah
order-column-payment = Pembayaran
order-column-customer = Pelanggan
order-column-city = Kota
order-column-placed = Tanggal
order-shown = Pesanan { $number } dari { $customer } ({ $city }): { $status }, { $total }, { $payment }, dipesan { $placed }.
order-button-show = Lihat
order-button-track = Lacak
order-button-hold = Tahan
order-button-cancel = Batalkan
order-cancel-title = Batalkan pesanan { $number }
order-cancelled = Pesanan { $number } dibatalkan.
order-hold-title = Tahan pesanan { $number }
order-held = Pesanan { $number } ditahan: { $reason }.
shipment-status-Created = Belum diambil
shipment-status-PickedUp = Sudah diambil
shipment-status-InTransit = Dalam perjalanan
shipment-status-OutForDelivery = Sedang diantar
shipment-status-Delivered = Terkirim
shipment-status-DeliveryFailed = Gagal diantar
own-latest = Pesanan terakhir Anda, { $number }: { $state }.
own-redelivery-title = Antar lagi paket Anda { $awb }
own-redelivery-chosen = Paket Anda { $awb } diantar lagi pada { $when }. Kami beri tahu kurir.
memory-title = Yang saya tahu tentang Anda
memory-shown = { $count ->
    [0] Saya belum tahu apa-apa tentang Anda. Tanyakan sesuatu, lalu katakan “sebut ini laporan pagi saya”.
   *[other] Saya tahu { $count } hal tentang Anda.
}
memory-remembered-shortcut = Disimpan. Katakan “{ $name }” dan saya lakukan ini lagi: { $request }
memory-remembered-report = Disimpan. Katakan “laporan saya” dan saya lakukan ini lagi: { $request }
memory-remembered-warehouse = Disimpan. Bila Anda tidak menyebut gudang, saya ambil { $warehouse } ({ $code }) dan memberi tahu Anda.
memory-remembered-hours = Disimpan. Anda bekerja { $hours }.
memory-forget-title = Lupakan: { $what }
memory-forgotten = Dilupakan: { $what }, { $count } hal.
memory-took-warehouse = Saya ambil { $code }, gudang utama Anda.
