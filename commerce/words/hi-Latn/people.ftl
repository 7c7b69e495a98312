people-handed-over = Dukaan se koi insaan aapko yahin { $open ->
    [now] thodi der mein jawab dega.
   *[later] jawab dega; team { $from } se { $until } tak rehti hai, tab jawab milega.
}
people-handed-over-already = Kisi ko pehle hi bola ja chuka hai, wo aapko yahin { $open ->
    [now] thodi der mein jawab denge.
   *[later] jawab denge; team { $from } se { $until } tak rehti hai.
}
people-hand-over-no-reason = Insaan se baat karni hai
error-people-no-conversation = Aisi koi baatcheet nahi hai jo saunpi ja sake. Chat ke andar se kahein ki insaan se baat karni hai.
