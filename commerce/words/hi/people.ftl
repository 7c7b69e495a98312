people-handed-over = दुकान से कोई इंसान आपको यहीं { $open ->
    [now] थोड़ी देर में जवाब देगा।
   *[later] जवाब देगा; टीम { $from } से { $until } तक रहती है, तब जवाब मिलेगा।
}
people-handed-over-already = किसी को पहले ही कहा जा चुका है, वे आपको यहीं { $open ->
    [now] थोड़ी देर में जवाब देंगे।
   *[later] जवाब देंगे; टीम { $from } से { $until } तक रहती है।
}
people-hand-over-no-reason = इंसान से बात करनी है
error-people-no-conversation = ऐसी कोई बातचीत नहीं है जो सौंपी जा सके। चैट के अंदर से कहें कि इंसान से बात करनी है।
