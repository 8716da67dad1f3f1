package dev.keepwell.health;

/// Whether two numbers rise and fall together: Pearson's coefficient, one pair after the other, in
/// the memory of five numbers.
final class Comoments {

    private long n;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /// Welford's way, which does not lose digits as sums of squares do.
    void add(double x, double y) {
        n++;
        double fromX = x - meanX;
        double fromY = y - meanY;
        meanX += fromX / n;
        meanY += fromY / n;
        squaresX += fromX * (x - meanX);
        squaresY += fromY * (y - meanY);
        products += fromX * (y - meanY);
    }

    long count() {
        return n;
    }

    /// From -1 to 1; 0 where one of the two never changes.
    double coefficient() {
        var scale = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return scale == 0 ? 0 : Decimals.settled(products / scale);
    }
}
