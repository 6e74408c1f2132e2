// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QImage>
#include <QSyntaxHighlighter>

namespace huiyin {

// How the text of a bulletin looks: the faces of official documents, figures that are linked and figures that were
// overtyped, in the colours of the theme. It changes nothing in the text, so that there is nothing to undo.
class EditorLook : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit EditorLook(QTextDocument *document);

    void setZoom(qreal zoom); // rounded to what the layout can do
    [[nodiscard]] qreal zoom() const;
    [[nodiscard]] QFont bodyFont() const; // of paragraphs

protected:
    void highlightBlock(const QString &text) override;

private:
    [[nodiscard]] QTextCharFormat formatOf(int kind, int level);

    QImage m_device; // has the resolution that the text is laid out for; nothing is ever painted on it
    int m_usual;     // dots per inch at a zoom of 1
    QHash<int, QTextCharFormat> m_formats;
};

} // namespace huiyin
