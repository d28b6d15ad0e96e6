package org.kith.phone;

import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;
import android.util.Base64;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;

/** Seals words with a key that the phone's keystore made and never lets out: AES-GCM, the nonce in front. */
public final class Vault {
    private static final String STORE = "AndroidKeyStore";
    private static final String ALIAS = "kith.secrets";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Vault() {}

    public static String seal(String words) throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        // The keystore insists on making the nonce itself.
        cipher.init(Cipher.ENCRYPT_MODE, key());
        byte[] sealed = cipher.doFinal(words.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(cipher.getIV(), NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return Base64.encodeToString(whole, Base64.NO_WRAP);
    }

    /** Throws where another key sealed it, or somebody changed it. */
    public static String open(String sealed) throws GeneralSecurityException, IOException {
        byte[] whole = Base64.decode(sealed, Base64.NO_WRAP);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, whole, 0, NONCE));
        return new String(cipher.doFinal(whole, NONCE, whole.length - NONCE), StandardCharsets.UTF_8);
    }

    private static Key key() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(STORE);
        store.load(null);
        Key known = store.getKey(ALIAS, null);
        return known == null ? newKey() : known;
    }

    private static Key newKey() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE);
        int purposes = KeyProperties.PURPOSE_ENCRYPT | KeyProperties.PURPOSE_DECRYPT;
        generator.init(
                new KeyGenParameterSpec.Builder(ALIAS, purposes)
                        .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                        .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                        .setKeySize(256)
                        .build());
        return generator.generateKey();
    }
}
