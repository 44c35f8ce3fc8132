package dev.migrator.profile.s3;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's bytes as they arrive; a connection that ends before the last one is an error, and so is whatever the SDK throws. */
final class ObjectStream extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> response;
    private long missing;

    ObjectStream(ResponseInputStream<GetObjectResponse> response) {
        super(response);
        this.response = response;
        Long length = response.response().contentLength();
        this.missing = length == null ? 0 : length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = response.read(buffer, offset, length);
            if (count < 0 && missing > 0) {
                throw new EOFException(missing + " bytes of the object did not arrive");
            }
            missing -= Math.max(count, 0);
            return count;
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Leaves the rest of a large object where it is instead of reading it. */
    @Override
    public void close() throws IOException {
        if (missing > 0) {
            response.abort();
        } else {
            response.close();
        }
    }
}
